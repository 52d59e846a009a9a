import {
  deletePicture,
  findPictures,
  findPictureUsers,
  listPictures,
  type PicturePlace,
  type PictureRow,
  setFocalPoint,
} from '@profilkort/database/pictures/pictures.queries'
import {
  checkFocalPoint,
  type FocalPoint,
  offeredWidths,
  type PictureFormat,
  picturePath,
  pictureWidths,
} from '@profilkort/domain/pictures/picture'
import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArguments } from '../graphql/connection.schema.ts'
import { type Context, insider } from '../graphql/context.ts'
import { enumOf } from '../graphql/enums.ts'
import { isInstant, readPage, toConnection } from '../graphql/pages.ts'
import { createProblems, deleteProblems } from '../graphql/problems.schema.ts'
import { InUse, NotFound, unwrap } from '../graphql/problems.ts'

export const PictureFormatEnum = enumOf('PictureFormat', 'The form of a picture.', {
  avif: 'The smallest; browsers since 2022 read it.',
  webp: 'Small; all browsers read it.',
  jpeg: 'For everything else, mail included.',
} satisfies Record<PictureFormat, string>)

const FocalPointType = builder.objectRef<FocalPoint>('FocalPoint').implement({
  description: 'What has to stay in sight when a picture is cropped.',
  fields: (t) => ({
    x: t.exposeInt('x', { description: 'From the left, in per cent.' }),
    y: t.exposeInt('y', { description: 'From the top, in per cent.' }),
  }),
})

const widthHelp = `In pixels: ${pictureWidths.join(', ')}; the next larger one of these is taken.`

const Picture = builder.objectRef<PictureRow>('Picture').implement({
  description: 'A picture of the workspace.',
  fields: (t) => ({
    hash: t.exposeString('hash', { description: 'SHA-256 of what is kept: what it is known by.' }),
    type: t.exposeString('type', { description: 'The media type of what is kept.' }),
    width: t.exposeInt('width', { description: 'In pixels.' }),
    height: t.exposeInt('height', { description: 'In pixels.' }),
    bytes: t.exposeInt('bytes', { description: 'How large what is kept is.' }),
    colour: t.exposeString('colour', { description: 'The dominant one, `#rrggbb`, for while it loads.' }),
    focalPoint: t.field({
      type: FocalPointType,
      description: 'What has to stay in sight when it is cropped.',
      resolve: ({ focalX, focalY }) => ({ x: focalX, y: focalY }),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it came.' }),
    createdBy: t.exposeString('createdBy', { description: 'Who sent it.' }),
    path: t.string({
      description: 'Its path on this server in a width; what is there never changes.',
      args: {
        width: t.arg.int({ required: true, defaultValue: 384, description: widthHelp }),
        format: t.arg({
          type: PictureFormatEnum,
          required: true,
          defaultValue: 'webp',
          description: 'The form.',
        }),
        square: t.arg.boolean({
          required: true,
          defaultValue: false,
          description: 'Whether it is cropped to a square around its focal point.',
        }),
      },
      resolve: ({ hash, focalX, focalY }, { width: asked, format, square }, { viewer }) => {
        const width = pictureWidths.find((each) => each >= asked) ?? 1536
        const { workspaceId } = insider(viewer)
        return square
          ? picturePath(workspaceId, hash, {
              kind: 'square',
              width,
              format,
              focalPoint: { x: focalX, y: focalY },
            })
          : picturePath(workspaceId, hash, { kind: 'width', width, format })
      },
    }),
    srcset: t.string({
      description: 'All widths, for an `img` element.',
      args: {
        format: t.arg({
          type: PictureFormatEnum,
          required: true,
          defaultValue: 'webp',
          description: 'The form.',
        }),
      },
      resolve: ({ hash, width: own }, { format }, { viewer }) => {
        const { workspaceId } = insider(viewer)
        return offeredWidths(own)
          .map((width) => {
            const path = picturePath(workspaceId, hash, { kind: 'width', width, format })
            return `${path} ${Math.min(width, own)}w`
          })
          .join(', ')
      },
    }),
  }),
})

const PictureConnection = connectionOf(Picture, {
  page: 'A page of pictures, newest first.',
  edge: 'A picture and its place in the list.',
  node: 'The picture.',
})

builder.queryField('pictures', (t) =>
  t.field({
    type: PictureConnection,
    description: 'The pictures, newest first. They come by `POST /v1/pictures`. Needs `picture:read`.',
    authScopes: { may: 'picture:read' },
    args: {
      ...pageArguments(t.arg, ['the newest', 'the oldest']),
    },
    resolve: async (_root, args, { read }) => {
      const page = readPage(args, ([at, hash]): PicturePlace | undefined =>
        isInstant(at) && typeof hash === 'string' ? [at, hash] : undefined,
      )
      const rows = await read((tx, workspaceId) => listPictures(tx, workspaceId, page))
      return toConnection(rows, page, ({ createdAt, hash }) => [createdAt.getTime(), hash])
    },
  }),
)

builder.queryField('picture', (t) =>
  t.field({
    type: Picture,
    nullable: true,
    description: 'One picture by its hash; null when there is none. Needs `picture:read`.',
    authScopes: { may: 'picture:read' },
    args: { hash: t.arg.string({ required: true, description: 'SHA-256, lower-case hex.' }) },
    resolve: (_root, { hash }, context) => find(context, hash),
  }),
)

const FocalPointInput = builder.inputType('FocalPointInput', {
  description: 'What has to stay in sight when a picture is cropped.',
  fields: (t) => ({
    x: t.int({ required: true, description: 'From the left, in per cent, 0 to 100.' }),
    y: t.int({ required: true, description: 'From the top, in per cent, 0 to 100.' }),
  }),
})

builder.mutationField('pictureUpdate', (t) =>
  t.field({
    type: Picture,
    description: 'Says what of a picture has to stay in sight. Needs `picture:write`.',
    authScopes: { may: 'picture:write' },
    errors: {
      types: createProblems,
      dataField: { name: 'picture', description: 'The picture as it is now.' },
    },
    args: {
      hash: t.arg.string({ required: true, description: 'SHA-256, lower-case hex.' }),
      focalPoint: t.arg({ type: FocalPointInput, required: true, description: 'The focal point.' }),
    },
    resolve: async (_root, { hash, focalPoint }, context) => {
      const point = unwrap(checkFocalPoint(focalPoint))
      await context.read((tx, workspaceId) => setFocalPoint(tx, workspaceId, hash, point))
      const picture = await find(context, hash)
      if (picture === undefined) throw new NotFound('picture', hash)
      return picture
    },
  }),
)

const DeletedPicture = builder.objectRef<{ readonly hash: string }>('DeletedPicture').implement({
  description: 'A picture that is gone.',
  fields: (t) => ({ hash: t.exposeString('hash', { description: 'The hash it had.' }) }),
})

builder.mutationField('pictureDelete', (t) =>
  t.field({
    type: DeletedPicture,
    description:
      'Deletes a picture in all its sizes; refused with the list where profiles show it. Needs `picture:write`.',
    authScopes: { may: 'picture:write' },
    errors: { types: deleteProblems, dataField: { name: 'deleted', description: 'What is gone.' } },
    args: { hash: t.arg.string({ required: true, description: 'SHA-256, lower-case hex.' }) },
    resolve: async (_root, { hash }, context) => {
      await context.read(async (tx, workspaceId) => {
        // First, so that nobody can begin to show it between the look at who does and its end.
        if (!(await deletePicture(tx, workspaceId, hash))) throw new NotFound('picture', hash)
        const users = await findPictureUsers(tx, workspaceId, hash)
        if (users.length > 0) throw new InUse('picture', users)
        // Last, so that a storage that does not answer leaves a picture that can be deleted again.
        await context.pictures.remove({ workspaceId, hash })
      })
      return { hash }
    },
  }),
)

async function find({ read }: Context, hash: string): Promise<PictureRow | undefined> {
  const [picture] = await read((tx, workspaceId) => findPictures(tx, workspaceId, [hash]))
  return picture
}
